import type { Data, Literal, Node, Parent } from 'unist';

/** What passes leave on nodes for the passes after them. */
declare module 'unist' {
  interface Data {
    /** On the root: entries of the contents list; from split-notices. */
    contents?: ContentsEntry[];
    /** On furniture: the section that a running header or a line between notices names; from mark-furniture. */
    section?: string;
    /** On a notice: which of its lines are its head; from split-notices, for read-head. */
    head?: HeadShape;
  }
}

/** One entry of a gazette's contents list: evidence for a title and its section, never truth. */
export interface ContentsEntry {
  title: string;
  /** Null where the entry prints none. */
  docNumber: string | null;
  section: string | null;
  line: number;
}

/** Sizes of a head's parts, in lines from the notice's first. */
export interface HeadShape {
  title: { from: number; to: number };
  number: { from: number; to: number } | null;
  end: number;
}

/** A run of characters of one source line, without the white space around it: the only leaf of the tree. */
export interface Line extends Literal {
  type: 'line';
  /** The source's own characters. */
  value: string;
  data: LineData;
}

/** What the layout says of a line; the same for every piece of it. */
export interface LineData extends Data {
  /** Columns of white space before the line's first character; full-width spaces count 2, a tab 4. */
  indent: number;
  /** Blank lines between it and the line before. */
  gap: number;
  /** Tabs alone on lines between it and the line before, by which the text of a web page parts cells. */
  tabs: number;
  /** True where the line opens a page: after a form feed, or after running headers that were cut out. */
  opensPage: boolean;
  /** True where the line stands below the name of a section. */
  opensSection: boolean;
  /** True where its number is one of an outline in decimals: `1.1编制目的`; from mark-outlines. */
  outline: boolean;
}

export const furnitureKinds = [
  'masthead',
  'contents',
  'running-header',
  'page-number',
  'section',
  'letterhead',
  'imprint',
  'web-page',
] as const;

/** What the gazette adds to the documents it prints. */
export interface Furniture extends Parent {
  type: 'furniture';
  kind: (typeof furnitureKinds)[number];
  children: Line[];
}

/** Text of a block; running headers may stand inside it. */
export type Inline = Line | Strong | Furniture;

/** A heading that runs on into its paragraph. */
export interface Strong extends Parent {
  type: 'strong';
  children: (Line | Furniture)[];
}

/** The printed title of a notice. */
export interface Title extends Parent {
  type: 'title';
  children: (Line | Furniture)[];
}

/** The line of the document number. */
export interface NumberLine extends Parent {
  type: 'docNumber';
  children: (Line | Furniture)[];
}

/** What a paragraph is for, where its place tells. */
export type Role = 'addressees' | 'signature' | 'date' | 'disclosure' | 'label' | 'caption';

export interface Paragraph extends Parent {
  type: 'paragraph';
  role?: Role;
  children: Inline[];
}

export interface Heading extends Parent {
  type: 'heading';
  /** 1 for the title of a part, growing with nesting. */
  depth: number;
  /** True for the title of a distributed text or an attachment. */
  part?: boolean;
  children: (Line | Furniture)[];
}

/** A table whose cells are certain; its first `head` rows are the head, none where its head is not certain. */
export interface Table extends Parent {
  type: 'table';
  head: number;
  /** Columns of the widest row. */
  columns: number;
  /** True where a cell's column is only what its other rows make likely. */
  inferred?: boolean;
  /** True where borders drawn with characters stand around its cells. */
  drawn?: boolean;
  children: (Row | Furniture)[];
}

export interface Row extends Parent {
  type: 'row';
  /** True where a printed line goes on with the row above it. */
  continues?: boolean;
  children: Cell[];
}

export interface Cell extends Parent {
  type: 'cell';
  /** 0-based column. */
  column: number;
  /**
   * How many rows above its own it belongs to: a cell of several rows may stand beside any of them, and columns may be
   * printed one after another.
   */
  up?: number;
  /** Children that each begin a value of its own; left out where there is but one. */
  list?: number[];
  /** Its lines; where a page ends inside it, furniture too. */
  children: (Line | Furniture)[];
}

/** A table that cannot be rebuilt with certainty: its lines one by one. */
export interface TableLines extends Parent {
  type: 'tableLines';
  children: (Line | Furniture)[];
}

export type Block = Title | NumberLine | Paragraph | Heading | Table | TableLines | Furniture;

/** One item of the gazette. Its lines become blocks as the passes go on. */
export interface Notice extends Parent {
  type: 'notice';
  kind: 'notice' | 'statistics' | 'chronicle';
  children: (Block | Line)[];
}

/** One issue of a gazette. */
export interface GazetteTree extends Parent {
  type: 'gazette';
  children: (Notice | Furniture | Line)[];
}

export type GazetteNode = GazetteTree | Notice | Block | Strong | Row | Cell | Line;

/** True for any node that holds others. */
export function isParent(node: Node): node is Node & { children: Node[] } {
  return 'children' in node;
}

export const isLine = (node: Node): node is Line => node.type === 'line';
export const isFurniture = (node: Node): node is Furniture => node.type === 'furniture';
