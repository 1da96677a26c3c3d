import type { APIRoute } from 'astro';
import { robots } from '../data/sitemap.ts';

export const GET: APIRoute = () => new Response(robots());
