import { existsSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pino } from 'pino';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { createServer } from '../../src/adapters/http/server.js';
import { projectRoot } from '../../src/adapters/system/project-root.js';
import { PlanJobs } from '../../src/application/plan-roster/plan-jobs.js';
import { issueSignInLink } from '../../src/application/sign-in/sign-in-link.js';
import type { PasswordHasher } from '../../src/application/sign-in/password-hasher.js';
import type { Language } from '../../src/shared/text.js';
import { openWorld, type World } from '../support/world.js';

/**
 * The built page in a real browser against the real service on a database of its own. Every visit is watched: a
 * console error or a request to another origin fails the test that caused it.
 */
export interface Stage {
  readonly world: World;
  readonly origin: string;
  /** A fresh browser profile; signed in when a login is given. */
  visit(options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly login?: string;
  readonly language?: Language;
  /** Pixels; 1440 unless told. */
  readonly width?: number;
  /** Drawers slide and lists unfold, as they do for most people; absent = they stand at once. */
  readonly hasMotion?: boolean;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught exceptions and requests that left the machine; has to stay empty. */
  readonly complaints: string[];
  open(path: string): Promise<void>;
  /** Goes to another page of the application as a link does: nothing is loaded anew but the page's data. */
  follow(path: string): Promise<void>;
  close(): Promise<void>;
}

const webRoot = join(projectRoot, '.build/web');
const chromiumPath = process.env['ZHIBAN_CHROMIUM'] ?? '/usr/bin/chromium';
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds until a wait counts as hung; far beyond any busy machine. */
const patience = 120_000;

/** Skipped with its reason where the browser or the built page is missing; `ZHIBAN_REQUIRE_ALL=1` makes that a failure. */
export function describeInBrowser(name: string, body: (stage: () => Stage) => void): void {
  const reason = whatIsMissing();
  if (reason === null) {
    describe(name, () => {
      let stage: Stage | undefined;
      beforeAll(async () => {
        stage = await openStage();
      });
      afterAll(async () => {
        await stage?.close();
      });
      body(() => {
        if (stage === undefined) throw new Error('the stage is open only inside tests');
        return stage;
      });
    });
    return;
  }
  if (process.env['ZHIBAN_REQUIRE_ALL'] === '1') {
    describe(name, () => {
      it('has what it needs', () => {
        throw new Error(reason);
      });
    });
    return;
  }
  describe(name, () => {
    // A test file needs a test; the reason stands where the reader of the report looks.

    it.skip(`not run: ${reason}`, () => {});
  });
}

function whatIsMissing(): string | null {
  if (!existsSync(chromiumPath)) return `no Chromium at ${chromiumPath} (package chromium, or set ZHIBAN_CHROMIUM)`;
  if (!existsSync(join(webRoot, 'index.html'))) return 'the page is not built (npm run build)';
  return null;
}

/** Fast, and plain to see in a failing test. */
const plainHasher: PasswordHasher = {
  hash: (password) => Promise.resolve(`plain:${password}`),
  verify: (stored, password) => Promise.resolve(stored === `plain:${password}`),
};

async function openStage(): Promise<Stage> {
  const world = await openWorld({ contracts: ['shijingshan', 'sujiatuo', 'anding'] });
  const server = createHttpServer();
  const origin = await listen(server);
  const app = createServer({
    contextFor: (actor) => world.as(actor),
    passwords: plainHasher,
    planJobs: new PlanJobs(),
    backups: world.database.backups,
    sessionStore: world.database.sessionStore,
    sessionSecret: 'a secret for tests',
    publicUrl: origin,
    webRoot,
    log: pino({ level: 'silent' }),
    limits: { signIn: 10_000, feed: 10_000 },
  });
  server.on('request', app);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
  return {
    world,
    origin,
    visit: (options = {}) => openVisit({ browser, origin, world, options }),
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.close();
    },
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    });
  });
}

interface VisitParts {
  readonly browser: Browser;
  readonly origin: string;
  readonly world: World;
  readonly options: VisitOptions;
}

async function openVisit({ browser, origin, world, options }: VisitParts): Promise<Visit> {
  const width = options.width ?? 1440;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    acceptDownloads: true,
    reducedMotion: options.hasMotion === true ? 'no-preference' : 'reduce',
    timezoneId: 'Asia/Shanghai',
    baseURL: origin,
  });
  context.setDefaultTimeout(patience);
  const language = options.language ?? 'zh';
  await context.addInitScript(
    `localStorage.getItem('zhiban.language') ?? localStorage.setItem('zhiban.language', '${language}')`,
  );
  const complaints: string[] = [];
  const page = await context.newPage();
  await page.clock.setFixedTime(world.clock.now());
  watch(page, origin, complaints);
  const settled = settling(page);
  const visit: Visit = {
    page,
    context,
    complaints,
    async open(path) {
      await page.goto(path);
      await settled();
    },
    async follow(path) {
      await page.evaluate((address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      }, path);
      await settled();
    },
    close: () => context.close(),
  };
  if (options.login !== undefined) {
    const link = await issueSignInLink(world, { login: options.login, validHours: 1 });
    if (!link.ok) throw new Error(link.refusal.message.en);
    await visit.open(`/?sign-in=${link.value.secret}`);
    await page.locator('.shell').waitFor();
  }
  return visit;
}

function watch(page: Page, origin: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(?:data|blob|about):/u.test(url)) complaints.push(`left the machine: ${url}`);
  });
}

/** Waits until every answer has come and the page has made of it what it will, more requests included. */
function settling(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  page.on('request', (request) => open.add(request));
  for (const event of ['requestfinished', 'requestfailed'] as const)
    page.on(event as 'requestfinished', (request) => open.delete(request));
  return async () => {
    for (let quiet = 0; quiet < 2;) {
      await page.evaluate('new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 30))');
      quiet = open.size === 0 ? quiet + 1 : 0;
    }
  };
}

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** Every finding of axe-core on the page as it stands, whatever its weight, one line each. */
export async function violations(page: Page): Promise<string[]> {
  const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // Sent through the debugger, since the page's own policy lets no inline script in.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(readFileSync(axePath, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: AxeViolation[] }> };
    };
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return found.map(
    (one) =>
      `${one.id} [${one.impact ?? 'no impact'}]: ${one.help} (${one.nodes
        .slice(0, 3)
        .map((node) => node.target.join(' '))
        .join(', ')})`,
  );
}

/**
 * Chooses from a list that drops down. On a busy machine antd may open the list once more after the choice (its opening is a
 * delayed task); then Enter on the field confirms the chosen one and closes it.
 */
export async function choose(page: Page, { field, option }: { readonly field: Locator; readonly option: string }) {
  const item = page.locator('.ant-select-item-option', { hasText: option });
  await field.click({ force: true });
  await item.click();
  for (let tries = 0; tries < 10; tries += 1) {
    try {
      await item.waitFor({ state: 'hidden', timeout: 3000 });
      return;
    } catch {
      await field.press('Enter');
    }
  }
  throw new Error(`The list stayed open after choosing ${option}`);
}

/**
 * Presses the button that ends a dialog until the dialog is gone: on a busy machine a click into its opening is lost. For what is sent
 * once however often it is pressed.
 */
export async function confirm(dialog: Locator, name: string): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    try {
      await dialog.getByRole('button', { name, exact: true }).click({ timeout: 5000 });
    } catch {
      // Gone, or still at work: the wait tells.
    }
    try {
      await dialog.waitFor({ state: 'hidden', timeout: 10_000 });
      return;
    } catch {
      // Not heard: again.
    }
  }
  throw new Error(`The dialog stayed open after ${name}`);
}
