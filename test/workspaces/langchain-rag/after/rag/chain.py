from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough
from langchain_core.vectorstores import InMemoryVectorStore

from rag.models import chat_model, embedding_model
from rag.settings import INDEX_PATH

prompt = ChatPromptTemplate.from_template(
    "Answer from the handbook only.\n\n{context}\n\nQuestion: {question}"
)


def build_chain():
    retriever = InMemoryVectorStore.load(INDEX_PATH, embedding_model()).as_retriever()
    model = chat_model()
    return {"context": retriever, "question": RunnablePassthrough()} | prompt | model | StrOutputParser()
