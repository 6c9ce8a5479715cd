import { useState } from 'react';
import { Segmented } from 'antd';
import { useMessages } from '../messages/language.js';

const clients = ['iphone', 'android', 'google', 'outlook'] as const;
type Client = (typeof clients)[number];

/** How to subscribe, client by client, and how late each refreshes. */
export function ClientInstructions() {
  const m = useMessages();
  const [client, setClient] = useState<Client>(/Android/u.test(navigator.userAgent) ? 'android' : 'iphone');
  const words = m.feeds.clients[client];
  return (
    <section aria-label={m.feeds.howTo}>
      <h2>{m.feeds.howTo}</h2>
      <Segmented<Client>
        size="small"
        value={client}
        onChange={setClient}
        options={clients.map((name) => ({ value: name, label: m.feeds.clients[name].name }))}
      />
      <ol className="feed-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="small muted">{words.refresh}</p>
    </section>
  );
}
