import { field } from '@panshi/contracts';
import ts from 'typescript';
import { isTest, parse, type Rule, type SourceFile } from './rules.ts';

/**
 * What crosses the border is said in the vocabulary of fields and in nothing else: where one field of a class is, or the class
 * is a command or query, every field is.
 */
export const fieldsAreOfTheVocabulary: Rule = (files) =>
  files
    .filter(({ path }) => !isTest(path) && !/\/(vocabulary|generated)\//.test(path))
    .flatMap((file) => classesOf(file).flatMap((node) => strangeFields(node, file)));

const classesOf = (file: SourceFile): readonly ts.ClassDeclaration[] => {
  const found: ts.ClassDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
};

const namesOf = (node: ts.HasDecorators): readonly string[] =>
  (ts.getDecorators(node) ?? []).map(({ expression }) =>
    (ts.isCallExpression(expression) ? expression.expression : expression).getText(),
  );

const isOfVocabulary = (name: string): boolean => name.startsWith('field.') && name.slice(6) in field;

const strangeFields = (node: ts.ClassDeclaration, { path }: SourceFile): readonly string[] => {
  const fields = node.members.filter(ts.isPropertyDeclaration);
  const isMessage = namesOf(node).some((name) => /(Command|Query)$/.test(name));
  if (!isMessage && !fields.some((each) => namesOf(each).some(isOfVocabulary))) return [];
  return fields
    .filter((each) => namesOf(each).length !== 1 || !namesOf(each).every(isOfVocabulary))
    .map((each) => `${path}: ${node.name?.text}.${each.name.getText()}`);
};

/** Nobody else's validation stands beside the vocabulary: what reads the environment at the start is the one other user. */
export const noOtherValidation: Rule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('libs/service-kit/src/settings/'))
    .filter(({ text }) => /from 'class-(validator|transformer)'/.test(text))
    .map(({ path }) => `${path} imports another validation`);
