# How two series of numbers go together: covariance, correlation, the line through them.
from statistics import StatisticsError, correlation, covariance, linear_regression

hours = [1, 2, 3, 4, 5, 6]
marks = [52, 58.5, 61, 70, 71, 83]
print(covariance(hours, marks), correlation(hours, marks))
line = linear_regression(hours, marks)
slope, intercept = line
print(line, line.slope == slope, f"{slope * 7 + intercept:.2f}")
print(linear_regression(hours, [2 * hour for hour in hours], proportional=True))
for wrong in (lambda: correlation([1, 2], [1]), lambda: correlation([1, 1], [1, 2]), lambda: covariance([1], [2])):
    try:
        print(wrong())
    except StatisticsError as error:
        print(error)
