import { describePages } from './pages.js';

describePages({ width: 360, language: 'en' });
