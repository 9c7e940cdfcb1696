// Lines of templates in YAML: they are no YAML, and what they may put in is left open.
import { expect, it } from 'vitest';
import { parseYaml } from '../../../server/src/syntax/yaml/yaml';
import { outline } from '../../support/outline';

function read(text: string): readonly string[] {
  const { roots, problems } = parseYaml(text);
  expect(problems).toEqual([]);
  return roots.map(outline);
}

it('reads what stands between the lines that decide', () => {
  expect(
    read(`{{- if .Values.on }}
{{/* said by nobody */}}
{{- $name := .Values.name }}
a:
{{- range .Values.list }}
  - x
  {{- if . }}
  - z
  {{- end }}
{{- end }}
b: |
  one
  {{- if .two }}
  three
{{- end }}
{{- end }}
`),
  ).toEqual(['{a: [x, <a choice z>], b: one\n{{- if .two }}\nthree\n}']);
});

it('leaves open what may be put in, and what is chosen between', () => {
  expect(
    read(`a:
  b: 1
  {{ include "more" . | nindent 2 }}
c:
  - 1
  {{- toYaml .list | nindent 2 }}
d:
  {{- if .x }}
  e: 1
  {{- else }}
  e: 2
  {{- end }}
f: 3
`),
  ).toEqual(['{a: {b: 1, {{ }}: ∅}, c: [1, <a template>], d: {e: 1, {{ }}: ∅}, f: 3, {{ }}: ∅, {{ }}: ∅}']);
});

it('takes a template below its key for the value', () => {
  expect(read('a:\n  {{ include "b" . }}\nc: {{ .d }}\n')).toEqual(['{a: <a template>, c: <a template>}']);
});
