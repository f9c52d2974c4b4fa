import { emptyReport, renderReport, reportNote, reportPlace } from '../../src/import/importReport.ts';

describe('an import report', () => {
  it('counts all places and lists the first hundred', () => {
    const report = { ...emptyReport(), read: 73970, new: 73000, changed: 900, unchanged: 70 };
    for (let line = 1; line <= 1234; line += 1)
      reportPlace(report, 'skipped', { file: 'a.jsonl', line }, 'not valid JSON');
    reportPlace(report, 'dropped', { file: 'b.jsonl', line: 3 }, '"10.x" is not a doi identifier of a paper');
    for (const id of ['1', '2', '3', '4', '5', '6'])
      reportNote(report, 'papers without a title', `acl:${id}`);
    expect(report.skipped.first).toHaveLength(100);
    const text = renderReport(report).split('\n');
    expect(text[0]).toBe('73,970 records read: 73,000 new, 900 changed, 70 unchanged');
    expect(text.slice(1, 3)).toEqual(['1,234 skipped:', '  a.jsonl:1: not valid JSON']);
    expect(text.slice(102)).toEqual([
      '  and 1,134 more',
      '1 dropped:',
      '  b.jsonl:3: "10.x" is not a doi identifier of a paper',
      '6 papers without a title: acl:1, acl:2, acl:3, acl:4, acl:5, …',
    ]);
    expect(text[101]).toBe('  a.jsonl:100: not valid JSON');
  });

  it('has only one line if nothing was skipped or dropped', () => {
    expect(renderReport(emptyReport())).toBe('0 records read: 0 new, 0 changed, 0 unchanged');
  });

  it('replaces control characters of file contents', () => {
    const report = emptyReport();
    reportPlace(report, 'skipped', { file: 'a', line: 1 }, 'met "\u001b[2J\u202e"');
    expect(renderReport(report)).toContain('met "\ufffd[2J\ufffd"');
  });
});
