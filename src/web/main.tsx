import 'antd/dist/reset.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/controls.css';
import './styles/print.css';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/client.js';
import { LanguageProvider, useLanguage } from './messages/language.js';
import { router } from './router.js';
import { sessionQuery } from './session/session.js';
import { theme } from './theme.js';

const client: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) =>
        count < 2 && error instanceof ApiProblem && (error.code === 'unreachable' || error.status >= 502),
    },
  },
  queryCache: new QueryCache({
    // A session that ended elsewhere leads back to the sign-in page, whatever was asked.
    onError: (error, query) => {
      // The session's own failure (an expired sign-in address) is told on the sign-in page.
      if (query.queryKey[0] === 'session') return;
      if (error instanceof ApiProblem && error.code === 'not-signed-in')
        client.setQueryData(sessionQuery.queryKey, null);
    },
  }),
});

/** Both locales of the date picker start the week on Monday. */
const locales = { zh: { antd: zhCN, dayjs: 'zh-cn' }, en: { antd: enGB, dayjs: 'en-gb' } };

function Application() {
  const { language } = useLanguage();
  dayjs.locale(locales[language].dayjs);
  useEffect(() => {
    // Sentences from the server are in the language of the request; what is shown is asked for again.
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  }, [language]);
  return (
    <ConfigProvider theme={theme} locale={locales[language].antd} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}

const host = document.getElementById('root');
if (host === null) throw new Error('index.html has no element with the id "root"');
createRoot(host).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Application />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
