# syntax=docker/dockerfile:1
# Two images from one build: batch-app (the pipeline) and generator (simulated traffic).

# Maven 3.9, since mvnw takes the one that is there; JDK 25, since what is built runs on 25
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
# the cache keeps libraries between builds; tests need engines and run elsewhere
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -B -ntp -pl batch-app,generator -am package -Dmaven.test.skip=true
# libraries change seldom, our code often: each in a layer of its own
RUN java -Djarmode=tools -jar batch-app/target/cartpulse.jar extract --layers --destination /layers \
    && cp generator/target/cartpulse-generator-*-exec.jar /layers/cartpulse-generator.jar

# the tag follows JRE 25's security fixes; nothing of ours depends on more than that
FROM eclipse-temurin:25-jre-noble AS java
# a number, so that Kubernetes can tell that it is not root
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin cartpulse \
    && install -d -o cartpulse -g cartpulse /var/lib/cartpulse
WORKDIR /opt/cartpulse
# the rest is for classes, threads and buffers; docker-compose.yml says how much that is
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -Duser.timezone=UTC"
USER 10001

FROM java AS generator
COPY --from=build /layers/cartpulse-generator.jar ./
ENTRYPOINT ["java", "-jar", "cartpulse-generator.jar"]
CMD ["help"]

FROM java AS batch-app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
VOLUME /var/lib/cartpulse
ENTRYPOINT ["java", "-jar", "cartpulse.jar"]
CMD ["up"]
