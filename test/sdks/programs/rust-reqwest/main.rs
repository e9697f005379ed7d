use serde_json::{json, Value};
use std::env;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let answer: Value = reqwest::Client::new()
        .post("https://oai.helicone.ai/v1/chat/completions")
        .header("Authorization", format!("Bearer {}", env::var("OPENAI_API_KEY")?))
        .header("Helicone-Auth", format!("Bearer {}", env::var("HELICONE_API_KEY")?))
        .header("Helicone-User-Id", "user_42")
        .json(&json!({
            "model": "gpt-4o-mini",
            "messages": [{ "role": "user", "content": "Say hello" }],
        }))
        .send()
        .await?
        .error_for_status()?
        .json()
        .await?;
    println!("{}", answer["choices"][0]["message"]["content"]);
    Ok(())
}
