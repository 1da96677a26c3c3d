import type { APIRoute } from 'astro';
import { dataset, datasetPaths, type DatasetProps } from '../../data/downloads.ts';

export const getStaticPaths = () => datasetPaths();

export const GET: APIRoute<DatasetProps> = async ({ props }) => new Response(await dataset(props));
