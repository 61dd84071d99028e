import ts from 'typescript';
import { parse, type SourceFile } from './rules.ts';

/** Texts that code makes something of: neither a type, nor what something is compared with, nor an item of a list. */
const makesSomething = ({ parent }: ts.Node): boolean =>
  !ts.isLiteralTypeNode(parent) &&
  !ts.isCaseClause(parent) &&
  !ts.isBinaryExpression(parent) &&
  !ts.isArrayLiteralExpression(parent);

/** The texts in these files that may be types of events they record. */
export const recordedTypes = (files: readonly SourceFile[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && makesSomething(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(parse(file));
  return found;
};
