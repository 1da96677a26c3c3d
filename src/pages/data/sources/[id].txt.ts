import type { APIRoute } from 'astro';
import { sourceText, sourceTextPaths } from '../../../data/downloads.ts';
import type { FileProps } from '../../../data/paths.ts';

export const getStaticPaths = () => sourceTextPaths();

export const GET: APIRoute<FileProps> = async ({ props }) =>
  new Response(new Uint8Array(await sourceText(props.id)));
