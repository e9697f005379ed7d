use async_openai::{
    config::OpenAIConfig,
    types::chat::{ChatCompletionRequestUserMessageArgs, CreateChatCompletionRequestArgs},
    Client,
};
use std::env;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let config = OpenAIConfig::new()
        .with_api_base("https://oai.helicone.ai/v1")
        .with_api_key(env::var("OPENAI_API_KEY")?)
        .with_header("Helicone-Auth", format!("Bearer {}", env::var("HELICONE_API_KEY")?))?;
    let client = Client::with_config(config);
    let request = CreateChatCompletionRequestArgs::default()
        .model("gpt-4o-mini")
        .messages([ChatCompletionRequestUserMessageArgs::default()
            .content("Say hello")
            .build()?
            .into()])
        .build()?;
    let answer = client.chat().create(request).await?;
    println!("{}", answer.choices[0].message.content.clone().unwrap_or_default());
    Ok(())
}
