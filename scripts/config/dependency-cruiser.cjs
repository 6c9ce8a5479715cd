// Default deny: what a layer may import stands here, everything else of ours is an error.
const may = {
  '^solver': ['^solver'],
  '^src/shared': ['^src/shared'],
  '^src/domain': ['^src/domain', '^src/shared'],
  '^src/planning': ['^src/planning', '^src/domain', '^src/shared', '^solver/index\\.ts$'],
  '^src/application': ['^src/application', '^src/planning', '^src/domain', '^src/shared'],
  '^src/adapters': ['^src/adapters', '^src/application', '^src/domain', '^src/shared'],
  '^src/web': ['^src/web', '^src/shared', '^src/adapters/http/schemas'],
};
const ours = '^(src|solver|fixtures|scripts|tests)/';

module.exports = {
  forbidden: [
    ...Object.entries(may).map(([layer, allowed]) => ({
      name: `${layer.slice(1)} imports only its own`,
      severity: 'error',
      from: { path: layer },
      to: { path: ours, pathNot: allowed },
    })),
    {
      name: 'the checker shares nothing with the rules',
      severity: 'error',
      from: { path: '^solver/check' },
      to: { path: '^solver', pathNot: ['^solver/check', '^solver/(problem|plan)\\.ts$'] },
    },
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', 'worker\\.ts$', 'vite\\.config\\.ts$'] },
      to: {},
    },
    {
      name: 'express and typeorm stay in the adapters',
      severity: 'error',
      from: { path: '^(solver|src/(shared|domain|planning|application|web))' },
      to: { path: 'node_modules/(express|typeorm|better-sqlite3|pg)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.build' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
