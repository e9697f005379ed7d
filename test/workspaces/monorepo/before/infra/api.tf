resource "aws_ecs_task_definition" "api" {
  family = "postbox-api"

  container_definitions = jsonencode([{
    name  = "api"
    image = var.image
    environment = [
      { name = "STAGE", value = var.stage },
    ]
    secrets = [
      { name = "OPENAI_API_KEY", valueFrom = aws_ssm_parameter.openai.arn },
      { name = "HELICONE_API_KEY", valueFrom = aws_ssm_parameter.helicone.arn },
    ]
  }])
}
