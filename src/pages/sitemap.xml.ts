import type { APIRoute } from 'astro';
import { sitemap } from '../data/sitemap.ts';

export const GET: APIRoute = async () => new Response(await sitemap());
