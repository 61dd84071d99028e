import { globSync } from 'node:fs';
import { allCommands } from '@panshi/contracts';
import ts from 'typescript';
import { packages } from '../../scripts/workspace.ts';
import { root } from './workspace.ts';

/** A source file as a rule sees it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A rule of the architecture: what breaks it, each named by file. */
export type Rule = (files: readonly SourceFile[]) => readonly string[];

export const isTest = (path: string): boolean =>
  /\.(spec|contract)\.ts$|(^|\/)(test|contract)\/|^libs\/testing\//.test(path);

/** The package of the workspace that a module specifier names, or that a path lies in. */
const packageNamed = (from: string) => packages.find(({ name }) => from === name || from.startsWith(`${name}/`));
const packageAt = (path: string) => packages.find(({ folder }) => path.startsWith(`${folder}/`));

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** Each file once, however many rules look at it. */
export const parse = (file: SourceFile): ts.SourceFile => {
  const known = parsed.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  parsed.set(file, known);
  return known;
};

const importsOf = (file: SourceFile): readonly Import[] =>
  parse(file).statements.flatMap((statement) => {
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) || !statement.moduleSpecifier)
      return [];
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    return [{ from, typeOnly: ts.isImportDeclaration(statement) ? importsTypesOnly(statement) : statement.isTypeOnly }];
  });

const importsTypesOnly = ({ importClause }: ts.ImportDeclaration): boolean => {
  if (!importClause) return false;
  const named = importClause.namedBindings;
  return (
    importClause.isTypeOnly ||
    Boolean(!importClause.name && named && ts.isNamedImports(named) && named.elements.every((e) => e.isTypeOnly))
  );
};

const forbid =
  (applies: (path: string) => boolean, forbidden: (from: string, path: string) => boolean): Rule =>
  (files) =>
    files
      .filter(({ path }) => applies(path))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ from }) => forbidden(from, file.path))
          .map(({ from }) => `${file.path} imports ${from}`),
      );

/** Services never import services; only the compositions (one process, demo, CLI) put them together. */
export const servicesStandAlone: Rule = forbid(
  (path) => packageAt(path)?.layer === 'service',
  (from, path) => {
    const named = packageNamed(from);
    const other = named !== undefined && named !== packageAt(path) && named.folder.startsWith('services/');
    return other || /(\.\.\/)+services\//.test(from);
  },
);

/** The kernel imports nothing but itself. */
export const kernelImportsNothing: Rule = forbid(
  (path) => packageAt(path)?.layer === 'kernel' && !isTest(path),
  (from) => !from.startsWith('.'),
);

const deciding = globSync('services/*/src/**/*.aggregate.ts', { cwd: root }).map((path) => path.split('/')[1]);

/**
 * The folders of a service with aggregates hold pure code, `x.ts`, `x.decisions.ts` and what they share, but for those
 * of its views, models, reactors and queries; an `x.aggregate.ts` is the edge.
 */
export const isAggregate = (path: string): boolean => {
  const [, service, folder] = /^services\/([^/]+)\/src\/([^/]+)\//.exec(path) ?? [];
  const around = ['views', 'models', 'reactors', 'queries'].includes(folder ?? '');
  return deciding.includes(service) && !around && !/\.(aggregate|spec)\.ts$/.test(path);
};

export const aggregatesArePure: Rule = forbid(
  isAggregate,
  (from) =>
    !/^\.\.?\/(?!.*(views|reactors|queries|models)\/)/.test(from) &&
    from !== '@panshi/kernel' &&
    from !== '@panshi/contracts',
);

/** A view, reactor or timer of a service: the tool's own `views` folder holds none. */
const isFold = (path: string): boolean => packageAt(path)?.layer === 'service' && /\/(views|reactors)\//.test(path);

/** Time and chance arrive as arguments in aggregates, views, reactors and the kernel. */
export const noClockNoChance: Rule = (files) =>
  files
    .filter(({ path }) => (isAggregate(path) || isFold(path) || packageAt(path)?.layer === 'kernel') && !isTest(path))
    .flatMap((file) => impureCalls(parse(file)).map((call) => `${file.path} calls ${call}`));

const impureCalls = (root: ts.SourceFile): readonly string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isCallExpression(node) ? node.expression.getText(root) : '';
    if (['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID'].includes(text)) found.push(text);
    if (ts.isNewExpression(node) && node.expression.getText(root) === 'Date' && !node.arguments?.length)
      found.push('new Date()');
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
};

/** Decisions know command classes as types only: how they are checked never reaches the domain. */
export const commandsAreTypesInDecisions: Rule = (files) =>
  files
    .filter(({ path }) => isAggregate(path))
    .flatMap((file) =>
      valueNames(parse(file))
        .filter((name) => commandNames.has(name))
        .map((name) => `${file.path} imports ${name} as a value`),
    );

const commandNames = new Set(allCommands().map(({ name }) => name));

/** A decision (`Decide<…>`) stands in a file of decisions, where a reader looks for it. */
export const decisionsStandTogether: Rule = (files) =>
  files
    .filter(({ path }) => isAggregate(path) && !path.endsWith('.decisions.ts'))
    .flatMap((file) =>
      parse(file)
        .statements.filter(ts.isVariableStatement)
        .flatMap(({ declarationList }) => declarationList.declarations)
        .filter(({ type }) => /^Decide\w*</.test(type?.getText() ?? ''))
        .map(({ name }) => `${file.path} decides ${name.getText()}`),
    );

const valueNames = (root: ts.SourceFile): readonly string[] =>
  root.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) return [];
    const named = statement.importClause?.namedBindings;
    return named && ts.isNamedImports(named) ? named.elements.filter((e) => !e.isTypeOnly).map((e) => e.name.text) : [];
  });

/** No drawer for odds and ends, and no entry but a library's one. */
export const namesSayWhatIsInside: Rule = (files) =>
  files
    .map(({ path }) => path)
    .filter(
      (path) =>
        /(^|\/)(utils?|helpers?|common|misc)(\.ts$|\/)/.test(path) ||
        (/\/index\.ts$/.test(path) && !/^(libs|services)\/[^/]+\/src\/index\.ts$/.test(path)),
    );
