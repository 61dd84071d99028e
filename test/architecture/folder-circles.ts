import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { isTest, type Rule, type SourceFile } from './rules.ts';

interface Edge {
  /** `FILE imports FILE` */
  readonly said: string;
  readonly from: string;
  readonly to: string;
}

/** What a file belongs to: its folder; one right below `src` stands for itself. */
const partOf = (path: string): string => (dirname(path).endsWith('/src') ? path : dirname(path));

/** Imports of values and of types alike that lead into another part of the same package. */
const edgesOf = ({ path, text }: SourceFile): readonly Edge[] =>
  ts
    .preProcessFile(text)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => join(dirname(path), fileName))
    .filter((target) => dirname(target) !== dirname(path))
    .map((target) => ({ said: `${path} imports ${target}`, from: partOf(path), to: partOf(target) }));

const reaches = (edges: ReadonlyMap<string, readonly Edge[]>, from: string, wanted: string): boolean => {
  const seen = new Set<string>();
  const open = [from];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (folder === wanted) return true;
    if (seen.has(folder)) continue;
    seen.add(folder);
    open.push(...(edges.get(folder) ?? []).map(({ to }) => to));
  }
  return false;
};

/** Folders depend on each other in one direction: every import that is part of a circle is named. */
export const noCircleBetweenFolders: Rule = (files) => {
  const edges = files.filter(({ path }) => !isTest(path)).flatMap(edgesOf);
  const byFolder = Map.groupBy(edges, ({ from }) => from);
  return edges.filter(({ from, to }) => reaches(byFolder, to, from)).map(({ said }) => said);
};
