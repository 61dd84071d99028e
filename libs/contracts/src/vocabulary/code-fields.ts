import { type Kind, many, matching, one, unlessCitizenNumber } from './kind.ts';

/**
 * Statistics write a district or street with zeros up to twelve digits (统计用区划代码), `320113001000`: it is stored without
 * them.
 */
const unpadded = (code: string): string => (code.length === 12 ? code.replace(/(?:000){1,2}$/, '') : code);

/** @param pattern of what may be sent, and of what is stored */
const code = (pattern: RegExp, zh: string, en: string): Kind =>
  matching({ pattern, what: { zh, en }, normal: unpadded });

/** A region's code, padded or not. */
const region = String.raw`\d{6}(?:0{6}|(?!000)\d{3}(?:000|(?!000)\d{3}(?:(?!000)\d{3})?)?)?`;

const gridCodeKind = code(/^\d{15}$/, '15位网格代码', 'a grid code of 15 digits');
const regionCodeKind = code(
  new RegExp(`^${region}$`),
  '6、9、12或15位的区域代码（区、街道、社区、网格）',
  'a region code of 6, 9, 12 or 15 digits',
);

/** A district's code: 6 digits. */
export const districtCode = one(code(/^\d{6}(?:0{6})?$/, '6位区代码', 'a district code of 6 digits'));

/** A street's code: 9 digits. */
export const streetCode = one(code(/^\d{6}(?!000)\d{3}(?:000)?$/, '9位街道代码', 'a street code of 9 digits'));

/** A district's or street's code: 6 or 9 digits. */
export const districtOrStreetCode = one(
  code(/^\d{6}(?:0{6}|(?!000)\d{3}(?:000)?)?$/, '6位区代码或9位街道代码', 'a district or street code of 6 or 9 digits'),
);

/** A community's or village's code: 12 digits. */
export const communityCode = one(code(/^\d{9}(?!000)\d{3}$/, '12位社区（村）代码', 'a community code of 12 digits'));

/** A grid's code: 15 digits, community and sequence. */
export const gridCode = one(gridCodeKind);
export const gridCodes = many(gridCodeKind);

/** A region code as it is stored; undefined where a text is none. */
export const regionIn = (text: string): string | undefined => {
  const read = regionCodeKind.read(text);
  return typeof read === 'string' ? read : undefined;
};

/** A region code: 6, 9, 12 or 15 digits (district, street, community, grid). */
export const regionCode = one(regionCodeKind);
export const regionCodes = many(regionCodeKind);

/*
 * Codes of the catalogue, after the pattern of the field (large class, then small class), with a first digit that keeps
 * components and events apart: `1` component (部件) or `2` event (事件), two digits class, two digits sub-category.
 */

/** A class, `204`. */
export const classCode = one(
  code(/^[12]\d{2}$/, '以1或2开头的3位大类代码', 'a class code of three digits that begins with 1 or 2'),
);

/** A category's code, `20401`. */
export const categoryCode = one(
  code(/^[12]\d{4}$/, '以1或2开头的5位小类代码', 'a category code of five digits that begins with 1 or 2'),
);

/** The beginning of category codes: all components, one class, or one category. */
export const categoryPrefix = one(
  code(/^[12](?:\d{2}(?:\d{2})?)?$/, '以1或2开头的1、3或5位代码', 'one, three or five digits that begin with 1 or 2'),
);

/** The same, or nothing: every category. */
export const categoryPrefixOrAll = one(
  code(
    /^(?:[12](?:\d{2}(?:\d{2})?)?)?$/,
    '空，或以1或2开头的1、3或5位代码',
    'empty, or one, three or five digits that begin with 1 or 2',
  ),
);

/** A unit (责任单位) of the catalogue, `WATER`: a letter first, so that it is no code of a region. */
export const unit = one(
  code(
    /^[A-Z][A-Z0-9]{1,11}$/,
    '单位代码：2至12个大写字母和数字，以字母开头',
    'a unit code of 2 to 12 capital letters and digits, a letter first',
  ),
);

/** Whom a case lies with: a unit of the catalogue, or the grid whose leader handles it. */
export const unitOrGrid = one(
  code(
    /^(?:[A-Z][A-Z0-9]{1,11}|\d{15})$/,
    '单位代码，或15位网格代码',
    'a unit code of capital letters and digits, or a grid code of 15 digits',
  ),
);

/** Who takes something over: a unit of the catalogue, a region, or a person by their id. Never a name. */
export const taker = one(
  matching({
    pattern: new RegExp(
      String.raw`^(?:[A-Z][A-Z0-9]{1,11}|${region}|[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})$`,
    ),
    what: {
      zh: '单位代码、区域代码（6、9、12或15位）或人员编号，不填姓名',
      en: 'a unit code, a region code of 6, 9, 12 or 15 digits, or the id of a person, never a name',
    },
    normal: (text) => (text.length === 36 ? text.toLowerCase() : unpadded(text)),
  }),
);

/** Name of an edition or version: letters, digits, dots and hyphens. */
export const edition = one(
  matching({
    pattern: /^[\p{L}\d][\p{L}\p{M}\d.-]{0,39}$/u,
    what: { zh: '至多40个字母、汉字、数字、点或连字符', en: 'at most 40 letters, digits, dots and hyphens' },
    max: 80,
    normal: (text) => text.normalize('NFC'),
    further: unlessCitizenNumber,
  }),
);

/** An account's name: an office code in small letters, digits and single hyphens, 3 to 32 long, a letter first. */
export const username = one(
  matching({
    pattern: /^(?=.{3,32}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    what: {
      zh: '3至32个小写字母、数字或单个连字符，以字母开头',
      en: '3 to 32 small letters, digits and single hyphens, a letter first',
    },
    further: unlessCitizenNumber,
  }),
);

/** A Chinese phone number in office: a mobile, or a landline with its area code. */
export const officePhone = one(
  matching({
    pattern: /^(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})$/,
    what: { zh: '手机号，或区号-座机号', en: 'a mobile number or area code, hyphen and landline' },
    further: unlessCitizenNumber,
  }),
);

/**
 * A phone number as a resident gives it: 6 to 15 digits, as many as E.164 has at most, with single hyphens between them and
 * perhaps a plus before.
 */
export const phone = one(
  matching({
    pattern: /^\+?(?:\d-?){5,14}\d$/,
    what: { zh: '6至15位数字的电话号码，可用连字符分隔', en: 'a phone number of 6 to 15 digits, perhaps with hyphens' },
    further: unlessCitizenNumber,
  }),
);

/** SHA-256 of a sealed file, as its upload answered it: 64 hex digits. */
export const sha256 = one(
  matching({ pattern: /^[0-9a-f]{64}$/, what: { zh: '64位十六进制摘要', en: '64 hex digits' } }),
);
