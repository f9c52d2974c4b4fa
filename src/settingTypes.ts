import { isIP } from 'node:net';
import { z } from 'zod';
import { apiKeyList } from './api/access/apiKeyList.ts';

/*
 * The types of settings. Each type checks and converts the text of an environment variable.
 */

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number, ${least}–${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be ${least}–${most}`);

const isOrigin = (text: string): boolean =>
  text === '*' || (URL.canParse(text) && new URL(text).origin === text.toLowerCase());

export const origins = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((origin) => origin.trim().toLowerCase().replace(/\/$/, ''))
      .filter((origin) => origin !== ''),
  )
  .refine((list) => list.every(isOrigin), 'must be * or a list of origins, for example https://example.org');

export const commaList = z.string().transform((list) =>
  list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
);

export const apiKeys = commaList.transform((entries, context) => {
  const { keys, problem } = apiKeyList(entries);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  return keys;
});

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  const most = version === 6 ? 128 : 32;
  return (
    version !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most))
  );
};

export const networks = commaList.refine(
  (list) => list.every(isNetwork),
  'must be a list of addresses and networks, for example 10.0.0.0/8',
);

export const neo4jAddress = z
  .string()
  .regex(
    /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^/\s]+/,
    'must be the address of a Neo4j database, for example neo4j://localhost:7687',
  );

export const trueOrFalse = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((value) => value === 'true');

const unitMilliseconds: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
export const interval = z
  .string()
  .regex(/^[1-9]\d{0,3}[mhd]$/, 'must be a number of minutes, hours or days, for example 24h')
  .transform((text) => Number(text.slice(0, -1)) * (unitMilliseconds[text.slice(-1)] ?? 0));

export const webAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be an address that begins with https:// or http://',
  )
  .refine(
    (text) => !URL.canParse(text) || `${new URL(text).username}${new URL(text).password}` === '',
    'must not have a user name or password in the address: write it without the part before @',
  );

/** A text for an HTTP header, which can have only printable ASCII characters. */
export const headerText = z
  .string()
  .regex(/^[\x20-\x7e]{1,500}$/, 'must have printable ASCII characters only');

export const dollars = z
  .string()
  .regex(/^\d{1,6}(?:\.\d{1,6})?$/, 'must be an amount in US dollars, for example 0.5')
  .transform(Number);
