import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFile } from '@swc/core';
import { swcOptions } from '../../scripts/swc.ts';
import { root } from '../support/server.ts';
import { type Program, program } from './programs.ts';

const source = join(import.meta.dirname, 'crud');

/** Compiles the decorators of the application, with their metadata, as the build does: Node knows none. Names stay. */
const compiled = async (): Promise<string> => {
  const target = join(root, '.cache', 'bench-crud');
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'package.json'), '{"type":"module"}');
  for (const name of readdirSync(source)) {
    const { code } = await transformFile(join(source, name), swcOptions);
    writeFileSync(join(target, name), code);
  }
  return join(target, 'main.ts');
};

export interface CrudOptions {
  /** Where its database goes. */
  readonly folder: string;
  readonly grids: readonly { readonly code: string; readonly lon: number; readonly lat: number }[];
  readonly secret: string;
  /** One transaction for all reports that have come in meanwhile, in place of one each. */
  readonly grouped: boolean;
}

/** Starts the conventional application in a process of its own; it tells its address. */
export const crudProgram = async ({ folder, grids, secret, grouped }: CrudOptions): Promise<Program> => {
  const [database, gridFile] = [join(folder, `crud-${grouped}.db`), join(folder, 'grids.json')];
  writeFileSync(gridFile, JSON.stringify(grids));
  return program(process.execPath, ['--no-warnings', await compiled()], /ready on (\S+)/, {
    CRUD_DATABASE: database,
    CRUD_GRIDS: gridFile,
    CRUD_SECRET: secret,
    ...(grouped && { CRUD_GROUPED: '1' }),
  });
};
