import type { APIRoute } from 'astro';
import { noticeFilePaths, noticeText } from '../../data/downloads.ts';
import type { FileProps } from '../../data/paths.ts';

export const getStaticPaths = () => noticeFilePaths();

export const GET: APIRoute<FileProps> = async ({ props }) =>
  new Response(await noticeText(props.id));
