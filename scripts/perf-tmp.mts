import { openCorpus } from "./shared/open-corpus.ts";
import { readQuestions } from "./shared/question-set.ts";
import inspector from "node:inspector";
import { writeFileSync } from "node:fs";
const [corpus, questions, rounds = "3"] = process.argv.slice(2);
const { engine, close } = await openCorpus(corpus!);
const qs = readQuestions(questions!).map((q) => q.question);
const session = new inspector.Session(); session.connect();
const post = (m: string, p?: object) => new Promise<any>((res, rej) => session.post(m, p as never, (e: any, r: any) => e ? rej(e) : res(r)));
for (let r = 0; r < Number(rounds); r++) {
  if (r === Number(rounds) - 1) { await post("Profiler.enable"); await post("Profiler.setSamplingInterval", { interval: 300 }); await post("Profiler.start"); }
  const times: number[] = []; const cpu0 = process.cpuUsage();
  for (const q of qs) { const t = performance.now(); await engine.ask(q); times.push(performance.now() - t); }
  const cpu = process.cpuUsage(cpu0); times.sort((a, b) => a - b);
  console.log("round", r, "n", qs.length, "cpu/question ms", ((cpu.user + cpu.system) / 1000 / qs.length).toFixed(1), "p50", times[times.length >> 1]!.toFixed(1), "p95", times[Math.floor(times.length * .95)]!.toFixed(1), "rss", (process.memoryUsage().rss / 1e6).toFixed(0), "heap", (process.memoryUsage().heapUsed / 1e6).toFixed(0), "ext", (process.memoryUsage().external / 1e6).toFixed(0));
}
const { profile } = await post("Profiler.stop"); writeFileSync("/tmp/prof/x.cpuprofile", JSON.stringify(profile));
close();
