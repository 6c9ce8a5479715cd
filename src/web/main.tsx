import 'antd/dist/reset.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/controls.css';
import './styles/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.js';
import { LanguageProvider, useLanguage } from './messages/language.js';
import { router } from './router.js';
import { useTheme } from './theme.js';

/** Both locales of the date picker start the week on Monday. */
const locales = { zh: { antd: zhCN, dayjs: 'zh-cn' }, en: { antd: enGB, dayjs: 'en-gb' } };

function Application() {
  const { language } = useLanguage();
  dayjs.locale(locales[language].dayjs);
  const answered = useRef(language);
  useEffect(() => {
    if (answered.current === language) return;
    answered.current = language;
    // Sentences from the server are in the language of the request; what is shown is asked for again.
    void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  }, [language]);
  return (
    <ConfigProvider theme={useTheme()} locale={locales[language].antd} button={{ autoInsertSpace: false }}>
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
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <Application />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
