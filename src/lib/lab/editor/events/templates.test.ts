import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatJson, jsonFault } from '../json';
import { sqs } from './records';
import { eventTemplates } from './templates';

describe('templates of test events', () => {
  it.each(eventTemplates.map((template) => [template.id, template.text]))(
    '%s is formatted JSON',
    (_, text) => {
      expect(jsonFault(text)).toBeUndefined();
      expect(formatJson(text)).toBe(text);
    },
  );

  it('have names and ids of their own', () => {
    expect(new Set(eventTemplates.map((template) => template.id)).size).toBe(eventTemplates.length);
    expect(new Set(eventTemplates.map((template) => template.label)).size).toBe(eventTemplates.length);
  });

  it('carry the MD5 of the bodies that they carry', () => {
    for (const record of sqs.Records)
      expect(record.md5OfBody).toBe(createHash('md5').update(record.body).digest('hex'));
  });
});
