import { batch } from "@preact/signals";
import { useState } from "preact/hooks";
import { printSchedule, type Schedule, schedulesOf } from "retinue";
import { index, kernelNamed, read, schedule } from "../state.js";
import { stepsUntil } from "./walking.js";
import { blockIndex, walkedName, walkTo } from "./way.js";

/** All orders, once somebody wants to see them: to count them can take a while. */
export function AllOrders() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>All orders</summary>
      {isOpen && <List />}
    </details>
  );
}

function List() {
  const { trace } = read.value;
  const profile = kernelNamed(walkedName.value);
  if (!trace || !profile) return null;
  const { list, total, complete } = schedulesOf(trace, profile);
  const take = (order: Schedule) =>
    batch(() => {
      const turns = order[blockIndex.value] ?? [];
      schedule.value = order;
      walkTo(turns);
      index.value = stepsUntil(trace, blockIndex.value, turns.length);
    });
  return (
    <>
      <p>{countText(list.length, total, complete)}</p>
      <ul class="all">
        {list.map((order) => (
          <li key={printSchedule(order)}>
            <button
              type="button"
              aria-pressed={
                schedule.value && printSchedule(schedule.value) === printSchedule(order)
              }
              onClick={() => take(order)}
            >
              {printSchedule(order)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function countText(kinds: number, total: number, complete: boolean): string {
  const orders = `${total.toLocaleString("en")} ${total === 1 ? "order is" : "orders are"} possible`;
  if (!complete) return `More than ${orders}; these are some of them.`;
  if (kinds === total) return `${orders}.`;
  if (kinds === 1) return `${orders}, and they all lead to the same. One of them:`;
  return `${orders}, of ${kinds} kinds. One of each kind:`;
}
