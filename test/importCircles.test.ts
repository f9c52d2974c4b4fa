import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from '@jest/globals';

const src = resolve(import.meta.dirname, '../src');

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('__generated__'))
  .map((name) => join(src, name));

/** The files that a file imports, types included. */
const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => resolve(file, '..', fileName));

describe('the files of src', () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));

  const isReached = (goal: string): boolean => {
    const seen = new Set<string>();
    const waiting = [...(imports.get(goal) ?? [])];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (file === goal) return true;
      if (seen.has(file)) continue;
      seen.add(file);
      waiting.push(...(imports.get(file) ?? []));
    }
    return false;
  };

  it('do not import each other in a circle', () => {
    expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
    expect(files.filter(isReached).map((file) => file.slice(src.length + 1))).toEqual([]);
  });
});
