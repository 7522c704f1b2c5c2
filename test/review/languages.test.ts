import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readOutline } from '../../src/readme/read-outline.ts';
import { review } from '../../src/review/review.ts';
import { baseRubric } from './base-rubric.ts';
import { verdictsOf } from './read.ts';

const rubric = baseRubric();
const FIVE = ['problem', 'approach', 'decisions', 'failures', 'outcome'];

function judge(text: string) {
  return review({
    outline: readOutline(text),
    facts: { name: 'ada/x', paths: ['README.md'], pathsTruncated: false, tools: [], projects: [] },
    rubrics: { base: rubric, types: [] },
    readme: { path: 'README.md', sha: 'b'.repeat(40) },
    engineVersion: '0.0.0',
  });
}

function verdicts(text: string): readonly string[] {
  const verdictOf = verdictsOf(judge(text));
  return FIVE.map(id => verdictOf[id] ?? '');
}

/** What a learner writes who runs the project and tells nothing of it. */
const POOR = {
  es: `# Lector

Aplicación web hecha con FastAPI y React.

## Instalación

Instala las dependencias y ejecuta el siguiente comando en tu terminal:

\`\`\`sh
pip install -r requirements.txt
\`\`\`

## Tecnologías

- Python
- Docker

## Próximos pasos

- Modo oscuro en la página principal

## Licencia

Este proyecto está bajo la licencia MIT y se publica con fines educativos.
`,
  pt: `# Leitor

Aplicação web feita com FastAPI e React.

## Instalação

Instale as dependências e execute o seguinte comando no seu terminal:

\`\`\`sh
pip install -r requirements.txt
\`\`\`

## Tecnologias

- Python
- Docker

## Próximos passos

- Modo escuro na página principal

## Licença

Este projeto está sob a licença MIT e foi publicado para fins educacionais.
`,
  fr: `# Lecteur

Application web réalisée avec FastAPI et React.

## Installation

Installez les dépendances et lancez la commande suivante dans votre terminal :

\`\`\`sh
pip install -r requirements.txt
\`\`\`

## Technologies

- Python
- Docker

## Prochaines étapes

- Mode sombre sur la page principale

## Licence

Ce projet est sous licence MIT et publié à des fins éducatives.
`,
  de: `# Leser

Webanwendung mit FastAPI und React.

## Installation

Installiere die Abhängigkeiten und führe den folgenden Befehl im Terminal aus:

\`\`\`sh
pip install -r requirements.txt
\`\`\`

## Technologien

- Python
- Docker

## Nächste Schritte

- Dunkler Modus auf der Startseite

## Lizenz

Dieses Projekt steht unter der MIT-Lizenz und dient nur zu Lernzwecken.
`,
  zh: `# 阅读器

使用 FastAPI 和 React 编写的网页应用，界面简单。

## 安装

请先安装依赖，然后在终端运行以下命令：

\`\`\`sh
pip install -r requirements.txt
\`\`\`

## 技术栈

- Python
- Docker

## 未来计划

- 首页支持深色模式

## 许可证

本项目采用 MIT 许可证，仅供学习交流使用。
`,
  ja: `# リーダー

FastAPI と React で書いたウェブアプリです。

## インストール

ターミナルで以下のコマンドを実行し、ライブラリをインストールしてください。

\`\`\`sh
pip install -r requirements.txt
\`\`\`

## 使用技術

- Python
- Docker

## 今後の予定

- トップページのダークモード対応

## ライセンス

MIT ライセンスです。学習目的で公開しています。
`,
} as const;

describe.each([
  ['es', 'spanish'],
  ['pt', 'portuguese'],
  ['fr', 'french'],
  ['de', 'german'],
  ['zh', 'chinese'],
  ['ja', 'japanese'],
] as const)('%s', (language, name) => {
  const text = readFileSync(
    new URL(`../../fixtures/readmes/${name}-readme/README.md`, import.meta.url),
    'utf8',
  );

  test('what a thorough README tells is seen', () => {
    const report = judge(text);
    expect(report.readme.language).toBe(language);
    expect(report.projectType.id).not.toBe('other');
    const seen = verdicts(text);
    expect(seen).not.toContain('missing');
    expect(seen.filter(verdict => verdict === 'present').length).toBeGreaterThanOrEqual(4);
  });

  test('what a poor README leaves out is missed', () => {
    expect(judge(POOR[language]).readme.language).toBe(language);
    const seen = verdicts(POOR[language]);
    expect(seen).not.toContain('present');
    expect(seen.filter(verdict => verdict === 'missing').length).toBeGreaterThanOrEqual(4);
  });

  test('has phrases for every cue and every kind of heading that English has', () => {
    const lexicon = rubric.lexicons.find(candidate => candidate.language === language);
    const english = rubric.lexicons.find(candidate => candidate.language === 'en');
    for (const [cue, phrases] of Object.entries(lexicon?.cues ?? {}))
      expect([cue, phrases.length]).not.toEqual([cue, 0]);
    expect(Object.keys(lexicon?.zones ?? {}).sort()).toEqual(Object.keys(english?.zones ?? {}).sort());
  });
});
