using NUnit.Framework;
using RuleEngine.Scripting;

namespace RuleEngine.Tests.Scripting;

public class LanesTests
{
    [Test]
    public void Each_result_is_made_once_and_stands_at_its_number()
    {
        foreach (var count in new[] { 0, 1, 2, 1000 })
        {
            var made = new int[count];
            var results = Lanes.Share(count, number =>
            {
                Interlocked.Increment(ref made[number]);
                return number * 2;
            });
            Assert.That(results, Is.EqualTo(Enumerable.Range(0, count).Select(number => number * 2)));
            Assert.That(made, Is.All.EqualTo(1));
        }
    }

    [Test]
    public void The_caller_waits_for_the_other_thread()
    {
        var caller = Environment.CurrentManagedThreadId;
        for (var time = 0; time < 10; time++)
        {
            var results = Lanes.Share(2, number =>
            {
                Thread.Sleep(Environment.CurrentManagedThreadId == caller ? 1 : 30);
                return number + 1;
            });
            Assert.That(results, Is.EqualTo(new[] { 1, 2 }));
        }
    }

    [Test]
    public void What_a_piece_of_work_throws_comes_out_wherever_it_ran()
    {
        for (var failing = 0; failing < 20; failing++)
        {
            var at = failing;
            Assert.Throws<FormatException>(() => Lanes.Share(20, number => number == at ? throw new FormatException() : number));
        }

        Assert.Throws<FormatException>(() => new Lane<int>(() => throw new FormatException()).Result());
    }
}
