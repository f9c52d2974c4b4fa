import { emptyReport, renderReport, reportProblem } from '../../src/import/importReport.ts';

describe('an import report', () => {
  it('groups problems by kind, most frequent first, and lists the first of each kind', () => {
    const report = { ...emptyReport(), read: 73970, new: 73000, changed: 900, unchanged: 70 };
    for (let line = 1; line <= 1234; line += 1) {
      reportProblem(report, { kind: 'notJson', message: 'not valid JSON' }, { file: 'a.jsonl', line });
    }
    const identifier = { kind: 'invalidIdentifier', message: '"10.x" is not a valid doi' } as const;
    reportProblem(report, identifier, { file: 'b.jsonl', line: 3 });
    for (const line of [4, 5]) {
      reportProblem(report, { kind: 'longField', message: 'title: too long' }, { file: 'b.jsonl', line });
    }
    reportProblem(report, { kind: 'missingTitle', message: 'paper:s2:1' }, { file: 'b.jsonl', line: 6 });
    expect(report.skipped).toMatchObject({ total: 1234, kinds: { notJson: 1234 } });
    expect(report.skipped.first).toHaveLength(100);
    expect(report.dropped).toMatchObject({ total: 3, kinds: { longField: 2, invalidIdentifier: 1 } });
    const places = Array.from({ length: 10 }, (_, index) => `  a.jsonl:${index + 1}: not valid JSON`);
    expect(renderReport(report).split('\n')).toEqual([
      '73,970 records read: 73,000 new, 900 changed, 70 unchanged',
      '1,234 skipped: lines that are not JSON',
      ...places,
      '  and 1,224 more',
      '2 dropped: fields that were too long and were cut',
      '  b.jsonl:4: title: too long',
      '  b.jsonl:5: title: too long',
      '1 dropped: invalid identifiers',
      '  b.jsonl:3: "10.x" is not a valid doi',
      '1 noted: papers without a title',
      '  b.jsonl:6: paper:s2:1',
    ]);
  });

  it('has only one line if there are no problems', () => {
    expect(renderReport(emptyReport())).toBe('0 records read: 0 new, 0 changed, 0 unchanged');
  });

  it('replaces control characters of file contents', () => {
    const report = emptyReport();
    reportProblem(report, { kind: 'notJson', message: 'found "\u001b[2J\u202e"' }, { file: 'a', line: 1 });
    expect(renderReport(report)).toContain('found "\ufffd[2J\ufffd"');
  });
});
