import type { PaperFormat } from './csl.ts';

export const cslJson: PaperFormat = {
  mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  extension: 'json',
  begin: () => '[\n',
  separator: ',\n',
  entry: ({ item }) => JSON.stringify(item),
  end: '\n]\n',
};
