import type { APIRoute } from 'astro';
import { noticeFilePaths, noticeText } from '../../data/downloads.ts';
import type { FileProps } from '../../data/paths.ts';

export const getStaticPaths = () => noticeFilePaths();

/** A byte order mark: many hosts send text without naming its encoding, and programs then guess another. */
const bom = '\u{FEFF}';

export const GET: APIRoute<FileProps> = async ({ props }) =>
  new Response(bom + (await noticeText(props.id)));
