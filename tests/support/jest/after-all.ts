import { discardPostgres } from '../postgres.js';

export default discardPostgres;
