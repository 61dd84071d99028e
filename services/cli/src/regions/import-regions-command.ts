import { runOrExplain } from '@panshi/service-kit/explain';
import { Command, Option } from 'commander';
import type { Import } from './import-regions.ts';

/** `panshi import-regions`: enters districts, streets and communities from a file, beside a running system or without one. */
export const importRegionsCommand = (): Command =>
  new Command('import-regions')
    .showHelpAfterError('See panshi import-regions --help.')
    .description(
      'Enter regions from a CSV or GeoJSON file: new ones are registered; others are renamed or redrawn where they differ.\n' +
        'Columns, or properties: regionCode and name are required; codeSystem and edition too, unless the options below\n' +
        'give them for all rows. Not required: level (district, street or community), which follows from the code; ring,\n' +
        'an outline as “118.9 32.1;119.0 32.1;…” (WGS-84, longitude first), which GeoJSON has as its geometry.\n' +
        'All rows are tried first: where one is refused, nothing is written. The password is read from PANSHI_PASSWORD.',
    )
    .argument('<file>', '.csv, .geojson or .json, in UTF-8')
    .option('--dry-run', 'say what would change, and write nothing')
    .addOption(new Option('--account <username>', 'who enters them').env('PANSHI_ACCOUNT').makeOptionMandatory())
    .option('--code-system <name>', 'of rows that do not say theirs')
    .option('--edition <name>', 'of rows that do not say theirs')
    .addOption(new Option('--data <dir>', 'the data folder').env('PANSHI_DATA').default('./data'))
    .action((file: string, options: Import) =>
      runOrExplain('The regions cannot be imported.', async () => {
        // Loaded when asked for: a service stands behind it.
        const { importRegions } = await import('./import-regions.ts');
        await importRegions(file, options);
      }),
    );
