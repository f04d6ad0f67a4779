import { useState } from "preact/hooks";
import { type Branch, namedSignals } from "retinue";
import { stepFrom } from "./line.js";
import { Pick } from "./pick.jsx";
import { RuleText } from "./rule.jsx";
import { history, kernelNamed, moment, profileName, rules, scene } from "./state.js";

/** Questions about the state at hand: who gets a signal, and why a call is refused. */
export function Ask() {
  return (
    <>
      <WhoGets />
      <Why />
    </>
  );
}

/** Who is sent a signal, and what it does to each. */
function WhoGets() {
  const { processes = [], terminals = [] } = scene.value ?? {};
  const groups = [...new Set(processes.map(({ group }) => group))];
  const keys = terminals.flatMap(({ name }) =>
    ["^C", "^Z", "^\\\\"].map((key) => `${name} ${key}`),
  );
  const targets = [...processes.map(({ name }) => name), ...groups.map((name) => `-${name}`), "-1"];
  const [sender, setSender] = useState("init");
  const [target, setTarget] = useState("");
  const [signal, setSignal] = useState("SIGTERM");
  const names = processes.map(({ name }) => name);
  const from = names.includes(sender) ? sender : (names[0] ?? "init");
  const to = targets.includes(target) || keys.includes(target) ? target : (targets.at(-1) ?? "-1");
  const isKey = keys.includes(to);
  const line = isKey ? keyLine(to, from) : `${from}: kill(${to}, ${signal})`;
  return (
    <section class="question">
      <h2>Who gets this signal?</h2>
      <div class="pickers">
        <Pick name="from" value={from} values={names} set={setSender} />
        <Pick name="to" value={to} values={[...targets, ...keys]} set={setTarget} />
        {!isKey && <Pick name="signal" value={signal} values={namedSignals} set={setSignal} />}
      </div>
      <p>
        <code>{line}</code>
      </p>
      <Receivers ways={waysOf(line)} />
    </section>
  );
}

/** The step by which the owner of a terminal types a key. */
function keyLine(target: string, otherwise: string): string {
  const [tty = "", key = ""] = target.split(" ");
  const owner = scene.value?.terminals.find(({ name }) => name === tty)?.owner;
  return `${owner === "none" || owner === undefined ? otherwise : owner}: type(${tty}, "${key}")`;
}

function Receivers({ ways }: { readonly ways: readonly Branch[] | string }) {
  if (typeof ways === "string") return <p class="problem">{ways}</p>;
  const [way] = ways;
  if (!way) return <p>The model cannot say.</p>;
  const sent = signalsSent(way);
  return (
    <>
      {way.rules.map((rule) => (
        <RuleText key={rule} index={rule} />
      ))}
      {sent.size === 0 ? (
        <p>Nobody.</p>
      ) : (
        <ul>
          {[...sent].map(([name, signals]) => (
            <li key={name}>
              <b>{name}</b> gets {[...signals].join(", ")}: {becomesOf(name, way)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Who is sent what in a step, also by what follows on the call. */
function signalsSent({ changes, names }: Branch): ReadonlyMap<string, ReadonlySet<string>> {
  const sent = new Map<string, Set<string>>();
  for (const change of changes) {
    if (change.tag !== "generated") continue;
    const name = names.nameOf(change.val.process);
    sent.set(name, (sent.get(name) ?? new Set()).add(change.val.signal.toUpperCase()));
  }
  return sent;
}

/** What the step does to a process, in a few words. */
function becomesOf(name: string, { effects }: Branch): string {
  const own = effects.filter(({ process }) => process === name);
  const words = own.map((effect) => {
    if (effect.kind === "died") return "dies of it";
    if (effect.kind === "caught") return "its handler runs";
    return effect.kind === "resumed" ? "its call ends" : `is ${effect.kind}`;
  });
  return words.length === 0 ? "nothing that can be seen" : [...new Set(words)].join(", ");
}

/** Which rules of a call are kept and which are broken here. */
function Why() {
  const [typed, setTyped] = useState("setpgid(0, 0)");
  const names = (scene.value?.processes ?? []).map(({ name }) => name);
  const [asker, setAsker] = useState("init");
  const actor = names.includes(asker) ? asker : (names[0] ?? "init");
  const ways = waysOf(`${actor}: ${typed}`);
  return (
    <section class="question">
      <h2>Why this errno?</h2>
      <div class="pickers">
        <Pick name="process" value={actor} values={names} set={setAsker} />
        <label>
          call
          <input value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
      </div>
      {typeof ways === "string" ? (
        <p class="problem">{ways}</p>
      ) : (
        <Judgement name={ruledAs(typed)} ways={ways} />
      )}
    </section>
  );
}

/** The name under which the catalogue has the rules of a call: of an ioctl, its request. */
function ruledAs(typed: string): string {
  const [, name = "", request = ""] = /^\s*(\w+)\((?:[^,]*,\s*(\w+))?/.exec(typed) ?? [];
  return name === "ioctl" ? request.toLowerCase() : name;
}

interface JudgementProps {
  readonly name: string;
  readonly ways: readonly Branch[];
}

/** The rules of the call in this kernel's order, up to the one that speaks. */
function Judgement({ name, ways }: JudgementProps) {
  const order = kernelNamed(profileName.value)?.orders.find(({ call }) => call === name);
  const broken = new Set(ways.flatMap((way) => way.rules));
  if (!order) return <p>No rule refuses this call.</p>;
  const stop = order.ordered ? order.entries.findIndex(({ rule }) => broken.has(rule)) : -1;
  return (
    <>
      {broken.size === 0 && <p>It is not refused: every rule is kept.</p>}
      <ol class="rules">
        {order.entries.map(({ rule, breach }, i) => {
          const isBroken = broken.has(rule);
          const isUnasked = stop >= 0 && i > stop;
          const verdict = isBroken ? "broken" : isUnasked ? "not asked" : "kept";
          return (
            <li key={rule} class={verdict.replace(" ", "-")}>
              <b>
                {isBroken ? "✗" : isUnasked ? "·" : "✓"} {verdict}
              </b>{" "}
              {rules[rule]?.text}{" "}
              <small>
                {rules[rule]?.id}, {breach.val.toUpperCase()}
              </small>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Every way in which a line could go at the moment at hand, or what is wrong with it. */
function waysOf(line: string): readonly Branch[] | string {
  const step = stepFrom(line);
  const { value: timeline } = history;
  if (typeof step === "string") return step;
  return timeline && moment.value ? timeline.whatIf(moment.value.at, step) : [];
}
