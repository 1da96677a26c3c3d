import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readMarkdownFiles, readYamlPerFolder } from './content-loader.ts';

async function folderWith(files: Record<string, string>): Promise<URL> {
  const root = await mkdtemp(join(tmpdir(), 'gongbao-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return pathToFileURL(`${root}/`);
}

describe('readMarkdownFiles', () => {
  test('takes the id from the frontmatter, else from the path, and keeps dates as text', async () => {
    const folder = await folderWith({
      'b/two.md': '---\nid: two\ndate: 2020-01-02\n---\n\n正文\n',
      'zh/about.md': '---\ntitle: 关于\n---\n',
    });
    expect(await readMarkdownFiles(folder, 'content')).toMatchObject([
      { id: 'two', filePath: 'content/b/two.md', front: { date: '2020-01-02' }, body: '正文' },
      { id: 'zh/about', filePath: 'content/zh/about.md', body: '' },
    ]);
  });

  test('refuses two files with one id, naming both', async () => {
    const folder = await folderWith({ 'a.md': '---\nid: x\n---\n', 'b.md': '---\nid: x\n---\n' });
    await expect(readMarkdownFiles(folder, 'content')).rejects.toThrow(
      'content/b.md: unexpected id `x`, already used by content/a.md',
    );
  });

  test('refuses a file without frontmatter', async () => {
    const folder = await folderWith({ 'a.md': '正文' });
    await expect(readMarkdownFiles(folder, 'content')).rejects.toThrow(
      'content/a.md: unexpected start',
    );
  });
});

describe('readYamlPerFolder', () => {
  test('takes the id from the folder, keeps dates as text and leaves other files alone', async () => {
    const folder = await folderWith({
      'b/reading.yaml': 'text: 2020-01-02\n',
      'a/reading.yaml': 'text: "61"\n',
      'a/a.md': '---\nid: a\n---\n',
      'other.yaml': 'text: 甲\n',
    });
    expect(await readYamlPerFolder(folder, 'content', 'reading.yaml')).toMatchObject([
      { id: 'a', filePath: 'content/a/reading.yaml', data: { text: '61' } },
      { id: 'b', filePath: 'content/b/reading.yaml', data: { text: '2020-01-02' } },
    ]);
  });

  test('refuses a file without fields', async () => {
    const folder = await folderWith({ 'a/reading.yaml': '- 1\n' });
    await expect(readYamlPerFolder(folder, 'content', 'reading.yaml')).rejects.toThrow(
      'content/a/reading.yaml: unexpected contents',
    );
  });
});
