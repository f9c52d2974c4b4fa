import { possibleIds } from '../../../src/web/explorer/search/possibleIds.ts';

describe('possibleIds', () => {
  it.each([
    ['https://doi.org/10.18653/v1/N19-1423', 'paper:doi:10.18653/v1/n19-1423'],
    ['10.18653/v1/N19-1423', 'paper:doi:10.18653/v1/n19-1423'],
    ['arXiv:1706.03762', 'paper:arxiv:1706.03762'],
    ['https://arxiv.org/pdf/1706.03762v5.pdf', 'paper:arxiv:1706.03762'],
    ['0000-0002-1825-0097', 'author:orcid:0000-0002-1825-0097'],
    ['https://ror.org/00f54p054', 'institution:ror:00f54p054'],
    ['https://openalex.org/W2741809807', 'paper:openalex:W2741809807'],
    ['https://aclanthology.org/P18-1001/', 'paper:acl:P18-1001'],
    ['author:seed-name:Berivan%20Isik', 'author:seed-name:Berivan%20Isik'],
    ['https://example.org/author/author:acl:kevin-knight', 'author:acl:kevin-knight'],
  ])('reads %s', (text, id) => {
    expect(possibleIds(text)).toContain(id);
  });

  it.each(['learning', 'Kevin Knight', '2024', 'a: b', 'https://example.org', '0000-0002-1825-0098'])(
    'does not take %s for an identifier',
    (text) => {
      expect(possibleIds(text).filter((id) => !id.startsWith('author:dblp:'))).toEqual([]);
    },
  );
});
