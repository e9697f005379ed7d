/** Entry of `server/out/scan-worker.js`: the second thread of a scan. Small, so that it starts at once. */
import { parentPort, workerData } from "node:worker_threads";
import { lookAtShare } from "./scan-share";

parentPort?.postMessage(lookAtShare(workerData));
