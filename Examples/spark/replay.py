"""Hold recorded messages against a contract on Apache Spark: the same binary on every partition.

    pip install pyspark
    python3 replay.py TRAFFIC PAYOUTKIT [OPTIONS OF payoutkit replay]... | payoutkit replay merge -

TRAFFIC is anything that Spark reads as lines: a file, a folder, hdfs://, s3a://. The binary has to be on every worker,
at the same path. Each partition becomes one summary; `replay merge` adds them up. Spark reads UTF-8 and ends a line at a
bare carriage return too: the result is that of a single run where the traffic is UTF-8 without bare carriage returns, as
journals and JSON lines are.
"""

import shlex
import sys

from pyspark import SparkContext

traffic, binary, *options = sys.argv[1:]
command = shlex.join([binary, "replay", "--summary-json", *options, "-"])
# pipe() takes a non-zero exit code for a failure; refused messages (code 1) are counted in the summary instead.
command = "sh -c " + shlex.quote(command + "; test $? -le 1")

context = SparkContext(appName="payoutkit replay")
context.setLogLevel("ERROR")
for summary in context.textFile(traffic).pipe(command, checkCode=True).toLocalIterator():
    print(summary)
context.stop()
