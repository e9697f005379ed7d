"use client";

import { useChat } from "@ai-sdk/react";
import { useState } from "react";

export default function Page() {
  const { messages, sendMessage, status } = useChat();
  const [input, setInput] = useState("");

  return (
    <main>
      {messages.map((message) => (
        <div key={message.id}>
          <b>{message.role === "user" ? "You" : "Keeper"}</b>{" "}
          {message.parts.map((part, index) => (part.type === "text" ? <span key={index}>{part.text}</span> : null))}
        </div>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sendMessage({ text: input });
          setInput("");
        }}
      >
        <input value={input} disabled={status !== "ready"} onChange={(event) => setInput(event.target.value)} />
      </form>
    </main>
  );
}
