import { reservePostgres } from '../postgres.js';

export default reservePostgres;
