import { Controller, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { Access, CurrentActor, type Actor } from '../access/index.js';
import { Sessions } from '../identity/sessions.js';
import { LiveService } from './live.service.js';

/** Keeps proxies from closing a silent connection; also how soon a session that ended stops hearing. */
const KEEP_ALIVE_MS = 20_000;

/** Live events: `{kind, id}` of what changed. After a reconnect the client fetches what it shows. */
@ApiTags('live')
@Controller('api/live')
export class LiveController {
  constructor(
    private readonly live: LiveService,
    private readonly sessions: Sessions,
  ) {}

  @Sse()
  @Access('live.events')
  events(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Observable<MessageEvent> {
    return new Observable<MessageEvent>((subscriber) => {
      const remove = this.live.hub.add({ employeeId: actor.employeeId, send: (event) => subscriber.next({ type: 'change', data: event }), end: () => subscriber.complete() });
      const check = (): void =>
        void this.sessions.actorOf(request).then(
          (still) => (still ? subscriber.next({ type: 'alive', data: '' }) : subscriber.complete()),
          () => subscriber.complete(),
        );
      const timer = setInterval(check, KEEP_ALIVE_MS);
      subscriber.next({ type: 'alive', data: '' });
      return () => {
        clearInterval(timer);
        remove();
      };
    });
  }
}
