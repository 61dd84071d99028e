import { describe, expect, it } from '@jest/globals';
import { fieldsAreOfTheVocabulary, noOtherValidation } from './fields-of-vocabulary.ts';
import * as rules from './rules.ts';
import { filesBelow, fixture } from './tree.ts';

const tree = [...filesBelow('libs'), ...filesBelow('services')];

const cases: readonly [string, rules.Rule, readonly string[]][] = [
  ['services never import services', rules.servicesStandAlone, ['service-imports-service.ts']],
  ['nor what puts services together', rules.servicesStandAlone, ['service-imports-composition.ts']],
  ['the kernel imports nothing', rules.kernelImportsNothing, ['kernel-imports.ts']],
  ['aggregates import only kernel and contracts', rules.aggregatesArePure, ['aggregate-imports-nest.ts']],
  ['aggregates, views and reactors read no clock and no chance', rules.noClockNoChance, ['aggregate-reads-clock.ts']],
  ['decisions import command classes as types only', rules.commandsAreTypesInDecisions, ['uses-command-value.ts']],
  ['decisions stand in `x.decisions.ts`', rules.decisionsStandTogether, ['decision-elsewhere.ts']],
  ['fields of messages are of the vocabulary', fieldsAreOfTheVocabulary, ['field-of-its-own-kind.ts']],
  ['all of them', fieldsAreOfTheVocabulary, ['field-undeclared.ts']],
  ['and no other validation stands beside it', noOtherValidation, ['field-of-its-own-kind.ts']],
  ['no utils, no index.ts but a library’s entry', rules.namesSayWhatIsInside, ['utils.ts']],
];

describe.each(cases)('%s', (_title, rule, fixtures) => {
  it('holds in the whole tree', () => expect(rule(tree)).toEqual([]));
  it('is seen broken in its fixture', () => expect(rule(fixtures.map(fixture))).not.toEqual([]));
});
