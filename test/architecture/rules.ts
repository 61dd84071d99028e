import ts from 'typescript';

/** A source file as a rule sees it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A rule of the architecture: what breaks it, each named by file. */
export type Rule = (files: readonly SourceFile[]) => readonly string[];

const service = (path: string): string | undefined => /^services\/([^/]+)\//.exec(path)?.[1];
const library = (path: string): string | undefined => /^libs\/([^/]+)\//.exec(path)?.[1];
export const isTest = (path: string): boolean =>
  /\.(spec|contract)\.ts$|(^|\/)(test|contract)\/|^libs\/testing\//.test(path);
const composition = new Set(['embedded', 'demo', 'cli']);

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

const parse = ({ path, text }: SourceFile): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

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
  (path) => Boolean(service(path)) && !composition.has(service(path) as string),
  (from, path) => {
    const named = /^@panshi\/(gateway|organization|grid|case|training|alliance|portal|embedded|demo|cli)$/.exec(
      from,
    )?.[1];
    return (named !== undefined && named !== service(path)) || /(\.\.\/)+services\//.test(from);
  },
);

/** The kernel imports nothing but itself. */
export const kernelImportsNothing: Rule = forbid(
  (path) => library(path) === 'kernel' && !isTest(path),
  (from) => !from.startsWith('.'),
);

/** Folders of aggregates hold pure code: `x.ts`, `x.decisions.ts` and what they share; `x.aggregate.ts` is their edge. */
const isAggregate = (path: string): boolean =>
  /^services\/(organization|grid|case|training|alliance)\/src\/(?!views\/|reactors\/|queries\/|models\/)[^/]+\/[^/]+\.ts$/.test(
    path,
  ) && !/\.(aggregate|spec|model)\.ts$/.test(path);

export const aggregatesArePure: Rule = forbid(
  isAggregate,
  (from) =>
    !/^\.\.?\/(?!.*(views|reactors|queries|models)\/)/.test(from) &&
    from !== '@panshi/kernel' &&
    from !== '@panshi/contracts',
);

/** Time and chance arrive as arguments in aggregates, views, reactors and the kernel. */
export const noClockNoChance: Rule = (files) =>
  files
    .filter(
      ({ path }) =>
        (isAggregate(path) || /^services\/.*\/(views|reactors)\//.test(path) || library(path) === 'kernel') &&
        !isTest(path),
    )
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

/** Decisions know command classes as types only: `class-validator` never reaches the domain. */
export const commandsAreTypesInDecisions: Rule = (files) =>
  files
    .filter(({ path }) => path.endsWith('.decisions.ts'))
    .flatMap((file) => {
      const classes = new Set(
        files
          .filter((f) => f.text.includes('@Command('))
          .flatMap((f) => [...f.text.matchAll(/export class (\w+)/g)].map((m) => m[1])),
      );
      return valueNames(parse(file))
        .filter((name) => classes.has(name))
        .map((name) => `${file.path} imports ${name} as a value`);
    });

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
