import type { RequestHandler } from 'express';
import { sendProblem } from './sending.js';

/** What a known address says to a method that it does not answer. */
export function otherMethods(methods: readonly string[]): RequestHandler {
  return (request, response) => {
    response.set('Allow', methods.join(', '));
    sendProblem(request, response, {
      code: 'method-not-allowed',
      message: { zh: `此地址只支持 ${methods.join('、')}。`, en: `This address answers ${methods.join(', ')} only.` },
    });
  };
}
